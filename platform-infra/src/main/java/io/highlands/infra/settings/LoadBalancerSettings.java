// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.Optional;

/**
 * The entry for users.
 *
 * @param certificate
 *            ARN of an ACM certificate: HTTPS on 443, and 80 redirects to it. Default none: HTTP on 80
 * @param accessLogs
 *            whether it keeps access logs in a bucket; default false; needs <code>region</code>
 * @param deletionProtection
 *            whether it refuses to be deleted; default false
 */
public record LoadBalancerSettings(Optional<String> certificate, boolean accessLogs, boolean deletionProtection) {

    static LoadBalancerSettings read(Section section) {
        var certificate = section.text("certificate", Arn.of("acm", "certificate/.+"),
                "arn:aws:acm:REGION:ACCOUNT:certificate/ID");
        var settings = new LoadBalancerSettings(certificate, section.flag("accessLogs", false),
                section.flag("deletionProtection", false));
        section.done();
        return settings;
    }
}
