// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.List;

/**
 * A call that serving a public path causes, with the calls that it causes in turn. Deadlines are checked along it.
 *
 * @param service
 *            the upstream that is called
 * @param calls
 *            what that upstream calls to answer
 */
public record Call(String service, List<Call> calls) {

    public static Call to(String service, Call... calls) {
        return new Call(service, List.of(calls));
    }
}
