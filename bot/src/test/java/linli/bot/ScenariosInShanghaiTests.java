package linli.bot;

import org.springframework.test.context.TestPropertySource;

/** A machine in the community's own zone. */
@MachineZone("Asia/Shanghai")
@TestPropertySource(properties = "linli.data=target/street-data-sh")
class ScenariosInShanghaiTests extends Scenarios { }
