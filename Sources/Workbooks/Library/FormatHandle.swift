internal import CXlsxWriter

/// What makes two formats of a workbook different.
struct FormatKey: Hashable {
  var style: CellStyle
  /// Whether the cell holds a day, which needs a number format to look like one.
  var isDay: Bool

  init(style: CellStyle, isDay: Bool) {
    self.style = style
    // A style with a number format of its own needs no second format for days.
    self.isDay = isDay && style.numberFormat == nil
  }
}

/// A format that belongs to a workbook and is gone with it.
@safe struct FormatHandle {
  let raw: UnsafeMutablePointer<lxw_format>

  /// Writes the style into the format, which must be a new one.
  func set(_ key: FormatKey) {
    let style = key.style
    unsafe format_set_font_name(raw, "Times New Roman")
    // The family "Roman", for readers that lack the typeface itself.
    unsafe format_set_font_family(raw, 1)
    unsafe format_set_font_size(raw, style.size)
    if style.bold { unsafe format_set_bold(raw) }
    if style.italic { unsafe format_set_italic(raw) }
    if style.underline {
      unsafe format_set_underline(raw, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    if style.wrap { unsafe format_set_text_wrap(raw) }
    setAlignment(style)
    if let border = style.border.code { unsafe format_set_border(raw, border) }
    if let format = style.numberFormat ?? (key.isDay ? "dd/mm/yyyy" : nil) {
      unsafe format_set_num_format(raw, format)
    }
    if let fill = style.fill {
      unsafe format_set_pattern(raw, UInt8(LXW_PATTERN_SOLID.rawValue))
      unsafe format_set_fg_color(raw, Self.color(fill))
    }
    if let color = style.color { unsafe format_set_font_color(raw, Self.color(color)) }
  }

  /// Writes what a rule changes into the format, which must be a new one.
  func set(_ look: ConditionalLook) {
    if look.bold { unsafe format_set_bold(raw) }
    if let color = look.color { unsafe format_set_font_color(raw, Self.color(color)) }
    // A fill without a pattern is what Excel takes for a solid one here.
    if let fill = look.fill { unsafe format_set_bg_color(raw, Self.color(fill)) }
  }

  private func setAlignment(_ style: CellStyle) {
    for code in [style.horizontal.code, style.vertical.code] {
      if let code { unsafe format_set_align(raw, code) }
    }
    if style.indent > 0 { unsafe format_set_indent(raw, UInt8(style.indent)) }
    if style.rotation != 0 { unsafe format_set_rotation(raw, Int16(style.rotation)) }
  }

  /// The library's number for a colour; it takes 0 for "not set", so black has
  /// a number of its own.
  static func color(_ rgb: UInt32) -> lxw_color_t {
    rgb == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : lxw_color_t(rgb)
  }
}

extension HorizontalAlignment {
  /// The library's number; `nil` where the default will do.
  fileprivate var code: UInt8? {
    switch self {
    case .general: nil
    case .left: UInt8(LXW_ALIGN_LEFT.rawValue)
    case .center: UInt8(LXW_ALIGN_CENTER.rawValue)
    case .right: UInt8(LXW_ALIGN_RIGHT.rawValue)
    case .justify: UInt8(LXW_ALIGN_JUSTIFY.rawValue)
    }
  }
}

extension VerticalAlignment {
  /// The library's number; `nil` where the default will do.
  fileprivate var code: UInt8? {
    switch self {
    case .top: UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
    case .middle: UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)
    case .bottom: nil
    }
  }
}

extension BorderStyle {
  /// The library's number; `nil` for no line.
  fileprivate var code: UInt8? {
    switch self {
    case .none: nil
    case .thin: UInt8(LXW_BORDER_THIN.rawValue)
    case .hair: UInt8(LXW_BORDER_HAIR.rawValue)
    }
  }
}
