package linli.bot;

import org.springframework.test.context.TestPropertySource;

/** A machine on whose calendar it is still yesterday. */
@MachineZone("America/Los_Angeles")
@TestPropertySource(properties = "linli.data=target/street-data-la")
class ScenariosInLosAngelesTests extends Scenarios { }
