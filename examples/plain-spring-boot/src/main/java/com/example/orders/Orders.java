// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** One route, which calls service-c. Its address is a variable, as for any application in a container. */
@SpringBootApplication
@RestController
public class Orders {

    private final RestClient stock;

    Orders(@Value("${SERVICE_C_URL}") String url) {
        stock = RestClient.create(url);
    }

    @GetMapping("/orders")
    String orders() {
        return "{\"orders\":" + stock.get().uri("/time").retrieve().body(String.class) + "}";
    }

    public static void main(String[] args) {
        SpringApplication.run(Orders.class, args);
    }
}
