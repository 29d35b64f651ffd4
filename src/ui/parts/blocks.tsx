/** Paragraphs and lists, as `host.blocks` has drawn them. */
export const Blocks = ({ blocks, id }: { blocks: object[]; id?: string }) =>
  blocks.length === 0 ? null : (
    <div class="blocks" {...(id && { id })}>
      {blocks}
    </div>
  )
