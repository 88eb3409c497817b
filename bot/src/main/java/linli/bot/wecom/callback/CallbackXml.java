package linli.bot.wecom.callback;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the small XML of a callback into its top-level fields. A document type, an entity or deep nesting is refused where
 * it stands, before anything is expanded or fetched.
 */
final class CallbackXml {

    private static final int DEEPEST = 8;
    private static final XMLInputFactory FACTORY = factory();

    private CallbackXml() {}

    /** Top-level fields by name; the texts inside a nested field are joined by commas. */
    static Map<String, String> fields(String xml) throws CallbackRefused {
        // The parser would skip a document type silently; we want nothing to do with one.
        if (xml.contains("<!DOCTYPE") || xml.contains("<!ENTITY")) {
            throw new CallbackRefused(CallbackRefused.Cause.UNREADABLE);
        }
        try {
            return read(FACTORY.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException | RuntimeException e) {
            throw new CallbackRefused(CallbackRefused.Cause.UNREADABLE);
        }
    }

    private static Map<String, String> read(XMLStreamReader in) throws XMLStreamException, CallbackRefused {
        Map<String, String> fields = new LinkedHashMap<>();
        int depth = 0;
        String field = null;
        StringBuilder text = new StringBuilder();
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new CallbackRefused(CallbackRefused.Cause.UNREADABLE);
                    }
                    if (depth == 2) {
                        field = in.getLocalName();
                        text.setLength(0);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == 2) {
                        fields.putIfAbsent(field, text.toString().strip().replaceAll("\\s*\\n\\s*|,$", ""));
                    } else if (depth == 3) {
                        text.append(',');
                    }
                    depth--;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new CallbackRefused(CallbackRefused.Cause.UNREADABLE);
                default -> { }
            }
        }
        return fields;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no outside entities");
        });
        return factory;
    }
}
