package linli.bot.wecom.callback;

/** Does what an event asks for. May be called again for the same event, so it takes over a state, never a difference. */
public interface EventHandler {

    boolean handles(WeComEvent event);

    void handle(WeComEvent event) throws Exception;
}
