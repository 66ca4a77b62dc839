import ArgumentParser

/// The command without a word behind it.
struct Baocao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baocao",
    abstract: "Lập báo cáo cải cách hành chính từ các bản xuất của hệ thống một cửa và iOffice.",
    version: ProgramVersion.text,
    subcommands: [
      InitCommand.self, CheckCommand.self, RunCommand.self, ExplainCommand.self, CloseCommand.self,
      TemplatesCommand.self, AuditCommand.self, MailCommand.self, SampleCommand.self,
    ],
    helpNames: [.short, .long])
}
