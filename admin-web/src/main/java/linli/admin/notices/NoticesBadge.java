package linli.admin.notices;

import linli.admin.web.Badge;
import linli.bot.notice.Deliveries;
import linli.bot.notice.Delivery;
import linli.bot.notice.Notices;
import linli.bot.notice.UrgentRequests;
import linli.bot.notice.UrgentReviews;
import linli.bot.staff.Actor;
import org.springframework.stereotype.Component;

/** Notices that wait for the person, and those whose groups wait for the person as their owner. */
@Component
class NoticesBadge implements Badge {

    private final Notices notices;
    private final Deliveries deliveries;
    private final UrgentReviews reviews;
    private final UrgentRequests requests;

    NoticesBadge(Notices notices, Deliveries deliveries, UrgentReviews reviews, UrgentRequests requests) {
        this.requests = requests;
        this.reviews = reviews;
        this.notices = notices;
        this.deliveries = deliveries;
    }

    @Override
    public String at() {
        return "notices";
    }

    @Override
    public int waiting(Actor actor) {
        long own = deliveries.waitingForOwner(actor.ref()).stream().map(Delivery::noticeId).distinct().count();
        return notices.waitingFor(actor).size() + reviews.open(actor).size() + requests.open(actor).size() + (int) own;
    }
}
