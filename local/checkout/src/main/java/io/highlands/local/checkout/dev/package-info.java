// SPDX-License-Identifier: Apache-2.0
/** Watches a service's sources, compiles what is saved, and makes an image of it that starts fast. */
package io.highlands.local.checkout.dev;
