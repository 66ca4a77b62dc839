import Foundation
import Testing

/// Mail through servers on loopback that misbehave in every way, looked at from the server's side.
@Suite struct MailScenarioTests {
  /// Minutes that all scenarios may take on a slow machine.
  @Test(.timeLimit(.minutes(40)))
  func `whatever the server does, nobody gets a message twice and the ledger tells the truth`()
    throws
  {
    let ending = try BuiltProgram.command(
      "/usr/bin/python3",
      [BuiltProgram.repository + "/Tests/EndToEnd/independent/mail.py", BuiltProgram.path])
    #expect(ending.status == 0, "\(ending.output)\n\(ending.messages)")
  }
}
