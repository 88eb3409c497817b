package linli.bot.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import linli.bot.problem.Invalid;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;

/** The kinds of notice a community writes, read once from config/notices.yml; a fault in the file stops the start. */
@Component
public class NoticeTemplates {

    private final Map<String, NoticeTemplate> templates = new LinkedHashMap<>();
    private final List<String> refusedWords;
    private final String correction;

    record File(List<NoticeTemplate> templates, @DefaultValue List<String> refusedWords, String correction) {}

    NoticeTemplates(@Value("${linli.config:config}") Path config) {
        File file = read(config.resolve("notices.yml"));
        for (NoticeTemplate template : file.templates()) {
            Set<String> unknown = template.unknownNames();
            if (!unknown.isEmpty() || templates.put(template.code(), template) != null) {
                throw new IllegalStateException("notices.yml: template " + template.code()
                        + (unknown.isEmpty() ? " stands there twice" : " uses unknown fields " + unknown));
            }
        }
        correction = file.correction();
        refusedWords = List.copyOf(file.refusedWords());
    }

    public List<NoticeTemplate> all() {
        return List.copyOf(templates.values());
    }

    /** @throws Invalid when there is no such kind */
    public NoticeTemplate get(String code) {
        NoticeTemplate template = templates.get(code);
        if (template == null) {
            throw new Invalid("problem.notice.template");
        }
        return template;
    }

    /** Words no notice may carry, because they claim what nobody can know or say what staff should not. */
    List<String> refusedWords() {
        return refusedWords;
    }

    /** The sentence of a correction: {sent}, {kind}, {changes}, {community}, {today}. */
    String correction() {
        return correction;
    }

    /** The effect that explains troubles of this kind of the lexicon. */
    Optional<String> effectOf(String kind) {
        return effect(template -> template.explains().contains(kind));
    }

    /** The effect that a question in these words means. */
    Optional<String> effectAsked(String words) {
        return effect(template -> template.asked().stream().anyMatch(words::contains));
    }

    private Optional<String> effect(Predicate<NoticeTemplate> fits) {
        return templates.values().stream().filter(t -> t.effect() != null && fits.test(t)).map(NoticeTemplate::effect).findFirst();
    }

    private static File read(Path path) {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader().load("notices", new FileSystemResource(path)).forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources)).bind("notices", Bindable.of(File.class)).get();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
