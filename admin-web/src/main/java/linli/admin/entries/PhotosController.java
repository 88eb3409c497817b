package linli.admin.entries;

import java.util.UUID;
import linli.bot.entry.Entries;
import linli.bot.problem.NotFound;
import linli.bot.staff.Actor;
import linli.bot.ticket.Ticket;
import linli.bot.ticket.Tickets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A photograph of a ticket, to whoever may read its words. */
@Controller
class PhotosController {

    private final Entries entries;
    private final Tickets tickets;

    PhotosController(Entries entries, Tickets tickets) {
        this.entries = entries;
        this.tickets = tickets;
    }

    @GetMapping("/tickets/{no:\\d{6}-\\d{3,}}/photos/{id:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> photo(@PathVariable String no, @PathVariable UUID id, Actor actor) {
        Ticket ticket = tickets.find(no, actor.scope()).orElseThrow(() -> new NotFound("problem.ticket.missing"));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + id + ".jpg\"")
                .body(entries.photo(ticket, id, actor));
    }
}
