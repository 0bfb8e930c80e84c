package org.govshare.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.Violation;

/** Bodies of REST commands, read by {@link JsonIn}. An empty body, or one in a charset other than UTF-8, is refused. */
@Provider
@Consumes({"application/json", "application/*+json"})
public class JsonBody implements MessageBodyReader<JsonNode> {
    private final JsonIn json;

    JsonBody(JsonIn json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == JsonNode.class;
    }

    @Override
    public JsonNode readFrom(
            Class<JsonNode> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        DeclaredCharset.check(headers.getFirst(HttpHeaders.CONTENT_TYPE));
        return json.read(body.readAllBytes())
                .orElseThrow(() -> Problem.field(Violation.missing("")).asException());
    }
}
