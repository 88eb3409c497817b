package linli.bot.wecom.archive;

import linli.bot.wecom.callback.EventHandler;
import linli.bot.wecom.callback.WeComEvent;

/** WeCom says that something is new in the archive (msgaudit_notify, at most every 15 seconds): look now. */
class ArchiveNews implements EventHandler {

    private final ArchivePuller puller;

    ArchiveNews(ArchivePuller puller) {
        this.puller = puller;
    }

    @Override
    public boolean handles(WeComEvent event) {
        return "msgaudit_notify".equals(event.kind());
    }

    @Override
    public void handle(WeComEvent event) {
        puller.nudge();
    }
}
