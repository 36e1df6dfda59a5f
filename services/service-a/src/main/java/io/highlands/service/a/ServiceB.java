// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.a;

import org.springframework.web.service.annotation.GetExchange;

/**
 * The upstream service-b, as service A uses it.
 */
interface ServiceB {

    @GetExchange("/time")
    Time time();
}
