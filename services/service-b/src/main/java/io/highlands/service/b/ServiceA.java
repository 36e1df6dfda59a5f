// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.b;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/**
 * The upstream service-a, as service B uses it.
 */
interface ServiceA {

    @GetExchange("/route")
    Fields route(@RequestParam String p);
}
