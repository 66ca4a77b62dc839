import Foundation
import Glibc
import Intake

/// The files of a source: its patterns, looked up.
enum FilePatterns {
  /// The files that the patterns of a source match, each once.
  ///
  /// - Throws: a failure where a pattern matches nothing, because a forgotten export must not
  ///   look like a month without dossiers.
  static func files(of entry: Project.SourceEntry, in project: Project) throws -> [Source.File] {
    var files: [Source.File] = []
    for pattern in entry.patterns {
      let paths = matches(Project.resolve(pattern, in: project.folder))
      guard !paths.isEmpty else {
        throw Failure(
          .missingInput,
          "\(project.path): không có tệp nào khớp «\(pattern)» (nguồn \(entry.kind.name)). Hãy chép "
            + "bản xuất vào đúng thư mục hoặc sửa mục «files».")
      }
      files += paths.map { path in
        Source.File(path: path, name: name(of: path, in: project.folder))
      }
    }
    var seen: Set<String> = []
    return files.filter { seen.insert($0.path).inserted }
  }

  private static func name(of path: String, in folder: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : path
  }

  /// The regular files that a pattern of `*`, `?` and `[…]` matches.
  private static func matches(_ pattern: String) -> [String] {
    var result = unsafe glob_t()
    defer { unsafe globfree(&result) }
    guard unsafe glob(pattern, GLOB_NOSORT, nil, &result) == 0 else { return [] }
    var paths: [String] = []
    for index in 0..<Int(unsafe result.gl_pathc) {
      guard let path = unsafe result.gl_pathv[index] else { continue }
      paths.append(unsafe String(cString: path))
    }
    return paths.filter { !Folders.isFolder($0) }
  }
}
