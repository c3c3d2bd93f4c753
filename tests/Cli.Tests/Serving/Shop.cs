namespace DirectRoute.Cli.Tests.Serving;

/// <summary>Manifests of small APIs.</summary>
internal static class Shop
{
    public static string Api(string name, string protocol = "REST") =>
        $$"""
        apiVersion: directroute.dev/v1alpha1
        kind: DirectApi
        metadata: {name: {{name}}, namespace: shop}
        spec: {protocol: {{protocol}}}

        """;

    /// <summary>A route that answers a text by itself.</summary>
    public static string Route(string api, string name, string text) =>
        $$"""
        ---
        apiVersion: directroute.dev/v1alpha1
        kind: DirectRoute
        metadata: {name: {{name}}, namespace: shop}
        spec:
          apiRef: {name: {{api}}}
          match: {method: GET, path: "/{{name}}" }
          target: {mock: { } }
          responses: [{status: 200, body: {text: "{{text}}" } }]

        """;

    /// <summary>A route that hands its requests to a function of the same name.</summary>
    public static string Function(string api, string name) =>
        $$"""
        ---
        apiVersion: directroute.dev/v1alpha1
        kind: DirectRoute
        metadata: {name: {{name}}, namespace: shop}
        spec:
          apiRef: {name: {{api}}}
          match: {method: POST, path: "/{{name}}" }
          target:
            lambda: {functionArn: "arn:aws:lambda:us-east-1:123456789012:function:{{name}}" }

        """;

    /// <summary>A route that sends to a queue.</summary>
    public static string Queue(string api, string name) =>
        $$"""
        ---
        apiVersion: directroute.dev/v1alpha1
        kind: DirectRoute
        metadata: {name: {{name}}, namespace: shop}
        spec:
          apiRef: {name: {{api}}}
          match: {method: POST, path: "/{{name}}" }
          target:
            action: sqs:SendMessage
            resource: arn:aws:sqs:us-east-1:123456789012:{{name}}
            parameters: {MessageBody: $request.body}

        """;
}
