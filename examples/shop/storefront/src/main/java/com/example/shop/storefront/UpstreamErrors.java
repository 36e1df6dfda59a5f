// SPDX-License-Identifier: Apache-2.0
package com.example.shop.storefront;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** What customers get when catalog or orders refuse a call, or cannot be reached. */
@RestControllerAdvice
class UpstreamErrors {

    @ExceptionHandler
    ProblemDetail refused(HttpClientErrorException e) {
        return ProblemDetail.forStatus(e.getStatusCode());
    }

    @ExceptionHandler
    ProblemDetail failed(RestClientException e) {
        return ProblemDetail.forStatus(HttpStatus.BAD_GATEWAY);
    }
}
