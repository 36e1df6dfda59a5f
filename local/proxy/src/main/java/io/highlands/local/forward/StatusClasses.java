// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

/**
 * Answers by class of status code.
 *
 * @param informational 1xx answers that ended a request
 * @param success 2xx
 * @param redirection 3xx
 * @param clientError 4xx
 * @param serverError 5xx
 */
public record StatusClasses(long informational, long success, long redirection, long clientError, long serverError) {

    /** {@return all answers} */
    public long total() {
        return informational + success + redirection + clientError + serverError;
    }

    /**
     * {@return what was counted since an earlier reading}
     *
     * @param earlier the earlier reading of the same counter
     */
    public StatusClasses since(StatusClasses earlier) {
        return new StatusClasses(informational - earlier.informational, success - earlier.success,
                redirection - earlier.redirection, clientError - earlier.clientError,
                serverError - earlier.serverError);
    }
}
