// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import io.highlands.starter.context.CallContext;
import io.highlands.starter.upstream.UpstreamException;

/**
 * Answers every failure with an RFC 9457 problem document that bears the request's id and, for a failure behind this
 * service, the name of the upstream.
 */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

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
