package linli.bot.wecom.auto;

/** The system was told to speak in the groups at once, at an address that is not the sandbox's. */
final class AutoRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String address;

    AutoRefused(String address) {
        super("AUTO at " + address);
        this.address = address;
    }

    String address() {
        return address;
    }
}
