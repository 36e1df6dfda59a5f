// SPDX-License-Identifier: Apache-2.0
/** HTML written in Java: small, typed, and escaped unless it says otherwise; Markdown; figures with units. */
package io.highlands.local.html;
