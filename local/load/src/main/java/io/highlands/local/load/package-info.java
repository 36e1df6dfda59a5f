// SPDX-License-Identifier: Apache-2.0
/** A small steady load of the platform's public routes, so that dashboards have something to show. */
package io.highlands.local.load;
