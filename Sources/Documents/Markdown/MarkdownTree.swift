internal import CMarkdown

/// The only owner of a Markdown text that the library read; going out of scope frees it.
@safe struct MarkdownTree: ~Copyable {
  let root: Node

  /// A node, which lives as long as its tree.
  @safe struct Node {
    fileprivate let raw: OpaquePointer

    fileprivate init(_ raw: OpaquePointer) { unsafe self.raw = raw }
  }

  /// Makes the extensions known to the library, once: two threads must not do so side by side.
  private static let register: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Reads a text with tables and struck-out words, as GitHub does.
  init(_ text: String) {
    Self.register
    let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    var text = text
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    root = unsafe Node(cmark_parser_finish(parser))
  }

  deinit { unsafe cmark_node_free(root.raw) }

  /// The text anew, in the one way in which the library writes it.
  var text: String {
    guard let text = unsafe cmark_render_commonmark(root.raw, CMARK_OPT_DEFAULT, 0) else {
      return ""
    }
    defer { unsafe markdown_free_text(text) }
    return unsafe String(cString: text)
  }
}

extension MarkdownTree.Node {
  var kind: markdown_kind { unsafe markdown_kind_of(raw) }

  var children: [MarkdownTree.Node] {
    var children: [MarkdownTree.Node] = []
    var next = unsafe cmark_node_first_child(raw)
    while let node = unsafe next {
      unsafe children.append(MarkdownTree.Node(node))
      unsafe next = cmark_node_next(node)
    }
    return children
  }

  /// What a text, a code or a piece of HTML holds.
  var literal: String {
    unsafe cmark_node_get_literal(raw).map { unsafe String(cString: $0) } ?? ""
  }

  /// The address of a link or an image.
  var address: String { unsafe cmark_node_get_url(raw).map { unsafe String(cString: $0) } ?? "" }

  /// From 1 to 6; 0 for what is no heading.
  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(raw)) }

  /// The number that a numbered list begins with; `nil` for another list.
  var listStart: Int? {
    unsafe cmark_node_get_list_type(raw) == CMARK_ORDERED_LIST
      ? Int(unsafe cmark_node_get_list_start(raw)) : nil
  }

  /// Whether the items of a list stand without paragraphs.
  var isTightList: Bool { unsafe cmark_node_get_list_tight(raw) != 0 }

  /// Whether a row is the head of its table.
  var isHeadRow: Bool { unsafe cmark_gfm_extensions_get_table_row_is_header(raw) != 0 }

  /// The sides of a table's columns: `l`, `c`, `r`, or 0 where none is named.
  var alignments: [UInt8] {
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(raw))
    guard let sides = unsafe cmark_gfm_extensions_get_table_alignments(raw) else { return [] }
    return (0..<count).map { unsafe sides[$0] }
  }

  /// Makes a heading no higher than a level.
  func lower(to level: Int) {
    guard headingLevel < level else { return }
    let isDone = unsafe cmark_node_set_heading_level(raw, Int32(level))
    assert(isDone != 0)
  }

  /// Puts a plain text in the place of the node.
  func replace(withText text: String) {
    let isBlock = unsafe cmark_node_get_type(raw) == CMARK_NODE_HTML_BLOCK
    guard let node = unsafe cmark_node_new(CMARK_NODE_TEXT) else { return }
    var isDone = unsafe cmark_node_set_literal(node, text)
    if isBlock, let paragraph = unsafe cmark_node_new(CMARK_NODE_PARAGRAPH) {
      isDone &= unsafe cmark_node_append_child(paragraph, node)
      isDone &= unsafe cmark_node_replace(raw, paragraph)
    } else {
      isDone &= unsafe cmark_node_replace(raw, node)
    }
    assert(isDone != 0)
    unsafe cmark_node_free(raw)
  }
}
