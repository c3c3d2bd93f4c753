using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon SageMaker's runtime.</summary>
internal static class SageMakerActions
{
    private static readonly ResourceEntry Endpoint = new("sagemaker", "endpoint",
        "arn:aws:sagemaker:us-east-1:123456789012:endpoint/my-endpoint", "endpoint/(?<name>[a-zA-Z0-9]([a-zA-Z0-9-]{0,62}))")
    {
        CrossAccountAdvice = "Endpoints have no resource policies: the call only works with a role of the endpoint's account.",
    };

    private static readonly TextShape Text = new();

    public static readonly ValueList<ActionEntry> All =
    [
        new()
        {
            Action = "sagemaker:InvokeEndpoint",
            Resource = Endpoint,
            Parameters =
            [
                new("Body", new DocumentShape()) { In = ParameterLocation.Payload, Default = "$request.body" },
                Header("ContentType", "Content-Type") with { Default = "application/json" },
                Header("Accept", "Accept"),
                Header("CustomAttributes", "X-Amzn-SageMaker-Custom-Attributes"),
                Header("TargetModel", "X-Amzn-SageMaker-Target-Model"),
                Header("TargetVariant", "X-Amzn-SageMaker-Target-Variant"),
                Header("InferenceId", "X-Amzn-SageMaker-Inference-Id"),
            ],
            Rest = new RestCall("runtime.sagemaker", "path/endpoints/{name}/invocations", RestProtocol.Rest),
            ErrorStyle = ErrorStyle.RestJson,
            Example = """{"Body": {"instances": [{"features": "$request.body.features"}]}}""",
        },
    ];

    private static ParameterEntry Header(string name, string header) => new(name, Text) { In = ParameterLocation.Header, WireName = header };
}
