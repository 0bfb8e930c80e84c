package org.govshare.platform.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.govshare.platform.language.InWantedLanguage;
import org.govshare.platform.language.Languages;

/** Adds the language of an answer, and that the answer varies by {@code Accept-Language} (RFC 9110). */
@Provider
@InWantedLanguage
public class LanguageFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String wanted = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        response.getHeaders()
                .putSingle(
                        HttpHeaders.CONTENT_LANGUAGE,
                        Languages.wanted(wanted).get(0).getLanguage());
        response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
