package linli.bot;

import org.springframework.test.context.TestPropertySource;

/** A server as most are set up. */
@MachineZone("UTC")
@TestPropertySource(properties = "linli.data=target/street-data")
class ScenarioTests extends Scenarios { }
