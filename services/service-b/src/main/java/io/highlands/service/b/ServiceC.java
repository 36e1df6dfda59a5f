// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.b;

import org.springframework.web.service.annotation.GetExchange;

/**
 * The upstream service-c, as service B uses it.
 */
interface ServiceC {

    @GetExchange("/time")
    Time time();
}
