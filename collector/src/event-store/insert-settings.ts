/** One request is one block, so that its token covers all of it whatever the number of months in it. */
export const insertSettings = {
  input_format_parallel_parsing: 0,
  max_insert_threads: 1,
  max_partitions_per_insert_block: 0,
}
