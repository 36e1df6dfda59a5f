// SPDX-License-Identifier: Apache-2.0
/** What both HTTP intakes share: a listener on 127.0.0.1, bodies within their limits, and memory that is given out once. */
package io.highlands.local.intake.http;
