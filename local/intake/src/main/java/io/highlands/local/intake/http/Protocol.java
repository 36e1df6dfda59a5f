// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

/** What is spoken on a port. */
public interface Protocol {

    /**
     * Answers a request.
     *
     * @param request the request
     * @return the answer
     * @throws Refusal when it is not served
     * @throws io.highlands.local.intake.wire.MalformedException when its body cannot be read
     */
    Answer answer(Request request);

    /**
     * Says no, in the protocol's own way.
     *
     * @param request the request
     * @param refusal status and reason
     * @return the answer
     */
    Answer refuse(Request request, Refusal refusal);
}
