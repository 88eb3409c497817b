package linli.admin.status;

import java.util.List;

/**
 * One thing the system needs.
 *
 * @param tone '', done or alarm
 */
public record Part(String name, String state, String tone, List<String> details) {}
