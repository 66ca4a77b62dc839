internal import Crypto
internal import Foundation

/// The style sheets and scripts of the pages, by the sums with which a page says that it holds
/// these and lets no other one act.
///
/// A partial whose name ends with `.css` or `.js` is one of them and stands as it is between its
/// marks: `<style>{{>page.css}}</style>`.
struct PageParts: TemplateScope {
  private let styles: String
  private let scripts: String

  /// The parts of a page that holds these templates.
  init(_ sources: [TemplateSource]) {
    styles = Self.sums(of: sources, ending: ".css")
    scripts = Self.sums(of: sources, ending: ".js")
  }

  static let names = NameTable<Self>(.text("styles", \.styles), .text("scripts", \.scripts))

  /// Whether a template is a style sheet or a script.
  static func contains(_ name: String) -> Bool { name.hasSuffix(".css") || name.hasSuffix(".js") }

  /// The fault of a style sheet or a script that holds a tag, or what would end it too early.
  ///
  /// Whatever a tag stands for would not be escaped there as it must be, and would be another sum
  /// on every page.
  static func fault(_ text: String) -> TemplateFault? {
    var place = TextPlace()
    var rest = text[...]
    while let character = rest.first {
      for sign in ["{{", "</", "<!--"] where rest.hasPrefix(sign) {
        return TemplateFault(place: place, problem: .notPlain(sign))
      }
      place.step(over: character)
      rest = rest.dropFirst()
    }
    return nil
  }

  /// `'sha256-…' 'sha256-…'`, as a content security policy lists them; `'none'` where there is none.
  private static func sums(of sources: [TemplateSource], ending: String) -> String {
    let parts = sources.filter { $0.name.hasSuffix(ending) }.sorted { $0.name < $1.name }
    let sums = parts.map { source in
      let sum = Data(SHA256.hash(data: Data(source.text.utf8))).base64EncodedString()
      return "'sha256-\(sum)'"
    }
    return sums.isEmpty ? "'none'" : sums.joined(separator: " ")
  }
}
