#pragma once

// cmark-gfm 0.29.0.gfm.6: GitHub's own reader of Markdown (libcmark-gfm-dev,
// libcmark-gfm-extensions-dev).
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

// Once more with the attribute, so that a text or a tree that is dropped is a compile error.
__attribute__((warn_unused_result)) cmark_parser *cmark_parser_new(int options);
__attribute__((warn_unused_result)) cmark_node *cmark_parser_finish(cmark_parser *parser);
__attribute__((warn_unused_result)) char *cmark_render_commonmark(
    cmark_node *root, int options, int width);
__attribute__((warn_unused_result)) cmark_node *cmark_node_new(cmark_node_type type);
__attribute__((warn_unused_result)) int cmark_node_set_literal(
    cmark_node *node, const char *content);
__attribute__((warn_unused_result)) int cmark_node_set_heading_level(cmark_node *node, int level);
__attribute__((warn_unused_result)) int cmark_node_append_child(
    cmark_node *node, cmark_node *child);
__attribute__((warn_unused_result)) int cmark_node_replace(cmark_node *old, cmark_node *node);
__attribute__((warn_unused_result)) int cmark_node_insert_before(
    cmark_node *node, cmark_node *sibling);

/// The kinds of nodes that Swift asks for; those of extensions are known only at run time.
typedef enum {
  MARKDOWN_OTHER,
  MARKDOWN_DOCUMENT,
  MARKDOWN_QUOTE,
  MARKDOWN_LIST,
  MARKDOWN_ITEM,
  MARKDOWN_CODE_BLOCK,
  MARKDOWN_HTML,
  MARKDOWN_PARAGRAPH,
  MARKDOWN_HEADING,
  MARKDOWN_LINE,
  MARKDOWN_TEXT,
  MARKDOWN_SOFT_BREAK,
  MARKDOWN_HARD_BREAK,
  MARKDOWN_CODE,
  MARKDOWN_EMPHASIS,
  MARKDOWN_STRONG,
  MARKDOWN_LINK,
  MARKDOWN_IMAGE,
  MARKDOWN_STRUCK,
  MARKDOWN_TABLE,
  MARKDOWN_ROW,
  MARKDOWN_CELL,
} markdown_kind;

static inline markdown_kind markdown_kind_of(cmark_node *node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT: return MARKDOWN_DOCUMENT;
    case CMARK_NODE_BLOCK_QUOTE: return MARKDOWN_QUOTE;
    case CMARK_NODE_LIST: return MARKDOWN_LIST;
    case CMARK_NODE_ITEM: return MARKDOWN_ITEM;
    case CMARK_NODE_CODE_BLOCK: return MARKDOWN_CODE_BLOCK;
    case CMARK_NODE_HTML_BLOCK: return MARKDOWN_HTML;
    case CMARK_NODE_PARAGRAPH: return MARKDOWN_PARAGRAPH;
    case CMARK_NODE_HEADING: return MARKDOWN_HEADING;
    case CMARK_NODE_THEMATIC_BREAK: return MARKDOWN_LINE;
    case CMARK_NODE_TEXT: return MARKDOWN_TEXT;
    case CMARK_NODE_SOFTBREAK: return MARKDOWN_SOFT_BREAK;
    case CMARK_NODE_LINEBREAK: return MARKDOWN_HARD_BREAK;
    case CMARK_NODE_CODE: return MARKDOWN_CODE;
    case CMARK_NODE_HTML_INLINE: return MARKDOWN_HTML;
    case CMARK_NODE_EMPH: return MARKDOWN_EMPHASIS;
    case CMARK_NODE_STRONG: return MARKDOWN_STRONG;
    case CMARK_NODE_LINK: return MARKDOWN_LINK;
    case CMARK_NODE_IMAGE: return MARKDOWN_IMAGE;
    default: break;
  }
  const char *name = cmark_node_get_type_string(node);
  if (strcmp(name, "table") == 0) return MARKDOWN_TABLE;
  if (strcmp(name, "table_row") == 0 || strcmp(name, "table_header") == 0) return MARKDOWN_ROW;
  if (strcmp(name, "table_cell") == 0) return MARKDOWN_CELL;
  if (strcmp(name, "strikethrough") == 0) return MARKDOWN_STRUCK;
  return MARKDOWN_OTHER;
}

/// Gives back the memory of a text that `cmark_render_commonmark` made.
static inline void markdown_free_text(char *text) {
  cmark_get_default_mem_allocator()->free(text);
}
