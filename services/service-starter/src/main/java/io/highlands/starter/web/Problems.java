// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.web;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import io.highlands.starter.context.CallContext;
import io.highlands.starter.settings.Upstream;
import io.highlands.starter.upstream.OrdinaryAnswers;
import io.highlands.starter.upstream.UpstreamException;

/**
 * Answers every failure with an RFC 9457 problem document that bears the request's id and, for a failure behind this
 * service, the name of the upstream.
 */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Map<String, Upstream> upstreams;

    Problems(Map<String, Upstream> upstreams) {
        this.upstreams = upstreams;
    }

    @ExceptionHandler
    ResponseEntity<Object> upstream(UpstreamException e, WebRequest request) {
        LOG.atWarn().addKeyValue("upstream", e.upstream()).addKeyValue("status", e.status().value())
                .log(e.getMessage());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(e.status(), e.getMessage());
        problem.setProperty("upstream", e.upstream());
        HttpHeaders headers = new HttpHeaders();
        e.retryAfter().ifPresent(after -> headers.set(HttpHeaders.RETRY_AFTER, after));
        return createResponseEntity(problem, headers, e.status(), request);
    }

    /** What an upstream did not find, or found in the way, and no controller handled: this service's own to explain. */
    @ExceptionHandler
    ResponseEntity<Object> unhandled(HttpClientErrorException e, WebRequest request) {
        String upstream = OrdinaryAnswers.upstream(e).orElse(null);
        if (upstream == null) {
            return unexpected(e, request);
        }
        int answered = e.getStatusCode().value();
        boolean passOn = upstreams.containsKey(upstream) && upstreams.get(upstream).passOn().contains(answered);
        HttpStatusCode status = passOn ? e.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        String detail = upstream + " answered " + answered + (passOn ? "" : ", which this service does not handle");
        LOG.atLevel(passOn ? Level.INFO : Level.ERROR).addKeyValue("upstream", upstream)
                .addKeyValue("status", status.value()).log(detail);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (passOn) {
            problem.setProperty("upstream", upstream);
        }
        return createResponseEntity(problem, new HttpHeaders(), status, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> input(InvalidInputException e, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
        return createResponseEntity(problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
        LOG.error("unexpected failure", e);
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        return createResponseEntity(problem, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(Object body, HttpHeaders headers, HttpStatusCode status,
            WebRequest request) {
        HttpHeaders answered = new HttpHeaders(headers);
        answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (body instanceof ProblemDetail problem) {
            problem.setProperty(CallContext.REQUEST_ID_KEY, MDC.get(CallContext.REQUEST_ID_KEY));
        }
        return new ResponseEntity<>(body, answered, status);
    }
}
