package linli.bot.sandbox.server;

/** What a WeCom tenant and its own app have agreed on. */
public record Tenant(String corpId, int agentId, String secret, String archiveSecret, String token, String aesKey) {

    @Override
    public String toString() {
        return "Tenant[" + corpId + ", " + agentId + "]";
    }
}
