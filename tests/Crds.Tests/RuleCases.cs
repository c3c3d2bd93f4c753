using static DirectRoute.Crds.Tests.Case;

namespace DirectRoute.Crds.Tests;

/// <summary>What the CEL rules must refuse: each rule has a case, and <see cref="DefinitionTests"/> looks after that.</summary>
internal static class RuleCases
{
    private const string Role = "arn:aws:iam::123456789012:role/x";
    private const string OnlyWithSelector = "selector goes with from: Selector, and only with it";
    private const string NoDefaultStage = "a REST API has no stage $default";
    private const string Excludes = "existingRoleArn excludes every field that describes a role to make";
    private const string FixedProtocol = "protocol cannot be changed: make another DirectApi";
    private const string FixedRegion = "region cannot be changed: make another DirectApi";
    private const string FixedRoleName = "roleName cannot be changed: make another IntegrationRole";
    private const string FixedPath = "path cannot be changed: make another IntegrationRole";

    private const string OneTarget = "a target is exactly one of action, lambda, http, mock and raw";
    private const string WithAction = "resource, parameters and protocol go with action";
    private const string RestOnly = "binaryMediaTypes, models and gatewayResponses are of REST APIs";

    public static IReadOnlyList<Case> Refusals { get; } =
    [
        Refused("DirectRoute", To("{}"), "spec.target", OneTarget),
        Refused("DirectRoute", To("{mock: {}, http: {url: 'https://example.com'}}"), "spec.target", OneTarget),
        Refused("DirectRoute", To("{action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:123456789012:q', raw: {type: MOCK}}"), "spec.target", OneTarget),
        Refused("DirectRoute", To("{mock: {}, resource: 'arn:aws:sqs:us-east-1:123456789012:q'}"), "spec.target", WithAction),
        Refused("DirectRoute", To("{mock: {}, parameters: {}}"), "spec.target", WithAction),
        Refused("DirectRoute", To("{mock: {}, protocol: Query}"), "spec.target", WithAction),
        Refused("DirectRoute", To("{action: 'sqs:SendMessage'}"), "spec.target", "an action works on a resource: give its ARN"),
        Refused("DirectRoute", To("{mock: {}}, request: {schema: {type: object}, model: A}"), "spec.request", "a body is checked by schema or by model, not by both"),
        Refused("DirectApi", "{protocol: REST, cors: {allowOrigins: ['*'], allowCredentials: true}}", "spec.cors.allowCredentials", "credentials exclude the origin *: name the origins"),
        Refused("DirectApi", "{protocol: HTTP, binaryMediaTypes: ['*/*']}", "spec", RestOnly),
        Refused("DirectApi", "{protocol: HTTP, models: [{name: A, schema: {type: object}}]}", "spec", RestOnly),
        Refused("DirectApi", "{protocol: HTTP, gatewayResponses: [{type: DEFAULT_4XX}]}", "spec", RestOnly),
        Refused("DirectApi", "{protocol: HTTP, endpoint: {type: EDGE}}", "spec.endpoint.type", "an HTTP API is always REGIONAL"),
        Refused("DirectApi", "{protocol: REST, stages: [{name: $default}]}", "spec.stages", NoDefaultStage),
        Refused("DirectApi", "{protocol: REST, stages: [{name: prod}, {name: $default}]}", "spec.stages", NoDefaultStage),
        Refused("DirectApi", "{protocol: REST, allowedRoutes: {namespaces: {from: Selector}}}", "spec.allowedRoutes.namespaces", OnlyWithSelector),
        Refused("DirectApi", "{protocol: REST, allowedRoutes: {namespaces: {from: All, selector: {}}}}", "spec.allowedRoutes.namespaces", OnlyWithSelector),
        Refused("DirectApi", "{protocol: REST, allowedRoutes: {namespaces: {from: Same, selector: {matchLabels: {a: b}}}}}", "spec.allowedRoutes.namespaces", OnlyWithSelector),
        Refused("AwsAccount", "{region: us-east-1, namespaces: {from: Same}}", "spec.namespaces.from", "an AwsAccount has no namespace of its own: use All or Selector"),
        Refused("AwsAccount", "{region: us-east-1, namespaces: {from: Selector}}", "spec.namespaces", OnlyWithSelector),
        Refused("AwsAccount", "{region: us-east-1, namespaces: {from: All, selector: {matchLabels: {a: b}}}}", "spec.namespaces", OnlyWithSelector),
        Refused("AwsAccount", "{region: us-east-1, grants: [{namespaces: {from: Same}, actions: ['*'], resources: ['*']}]}", "spec.grants[0].namespaces.from", "an AwsAccount has no namespace of its own: use All or Selector"),
        Refused("AwsAccount", "{region: us-east-1, grants: [{namespaces: {from: Selector}, actions: ['*'], resources: ['*']}]}", "spec.grants[0].namespaces", OnlyWithSelector),
        Refused("AwsAccount", "{region: us-east-1, grants: [{actions: ['*'], resources: [orders]}]}", "spec.grants[0].resources", "a resource is an ARN or a pattern of one; * alone is every resource"),
        Refused("IntegrationRole", $"{{existingRoleArn: '{Role}', roleName: x}}", "spec.existingRoleArn", Excludes),
        Refused("IntegrationRole", $"{{existingRoleArn: '{Role}', path: /}}", "spec.existingRoleArn", Excludes),
        Refused("IntegrationRole", $"{{existingRoleArn: '{Role}', description: x}}", "spec.existingRoleArn", Excludes),
        Refused("IntegrationRole", $"{{existingRoleArn: '{Role}', permissionsBoundary: 'arn:aws:iam::aws:policy/x'}}", "spec.existingRoleArn", Excludes),
        Refused("IntegrationRole", $"{{existingRoleArn: '{Role}', tags: {{}}}}", "spec.existingRoleArn", Excludes),
        Refused("IntegrationRole", $"{{existingRoleArn: '{Role}', statements: []}}", "spec.existingRoleArn", Excludes),
        Refused("IntegrationRole", $"{{existingRoleArn: '{Role}', managedPolicyArns: []}}", "spec.existingRoleArn", Excludes),
    ];

    public static IReadOnlyList<Case> Changes { get; } =
    [
        Change("DirectApi", "{protocol: REST}", "{protocol: HTTP}", "spec.protocol", FixedProtocol),
        Change("DirectApi", "{protocol: REST, region: us-east-1}", "{protocol: REST, region: us-west-2}", "spec.region", FixedRegion),
        Change("DirectApi", "{protocol: REST, region: us-east-1}", "{protocol: REST}", "spec.region", FixedRegion),
        Change("DirectApi", "{protocol: REST}", "{protocol: REST, region: us-east-1}", "spec.region", FixedRegion),
        Change("DirectApi", "{protocol: HTTP}", "{protocol: HTTP, endpoint: {type: EDGE}}", "spec.endpoint.type", "an HTTP API is always REGIONAL"),
        Change("IntegrationRole", "{roleName: a}", "{roleName: b}", "spec.roleName", FixedRoleName),
        Change("IntegrationRole", "{roleName: a}", "{}", "spec.roleName", FixedRoleName),
        Change("IntegrationRole", "{}", "{roleName: a}", "spec.roleName", FixedRoleName),
        Change("IntegrationRole", "{path: /a/}", "{path: /b/}", "spec.path", FixedPath),
        Change("IntegrationRole", "{path: /a/}", "{}", "spec.path", FixedPath),
        Change("IntegrationRole", "{}", "{path: /a/}", "spec.path", FixedPath),
        Change("IntegrationRole", "{description: x}", $"{{description: x, existingRoleArn: '{Role}'}}", "spec.existingRoleArn", Excludes),
    ];

    /// <summary>Specs beside the rules' edge that must be accepted, as kind and spec.</summary>
    public static TheoryData<string, string> Accepted { get; } = new()
    {
        { "DirectApi", "{protocol: HTTP, endpoint: {type: REGIONAL}}" },
        { "DirectApi", "{protocol: HTTP, endpoint: {disableExecuteApiEndpoint: true}}" },
        { "DirectApi", "{protocol: REST, endpoint: {type: EDGE}}" },
        { "DirectApi", "{protocol: HTTP, stages: [{name: $default}, {name: beta}]}" },
        { "DirectApi", "{protocol: REST, stages: [{name: prod}, {name: beta}]}" },
        { "DirectApi", "{protocol: REST, allowedRoutes: {}}" },
        { "DirectApi", "{protocol: REST, allowedRoutes: {namespaces: {from: Same}}}" },
        { "DirectApi", "{protocol: REST, allowedRoutes: {namespaces: {from: All}}}" },
        { "DirectApi", "{protocol: REST, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {a: b}}}}}" },
        { "DirectApi", "{protocol: REST, cors: {allowOrigins: ['https://shop.example.com'], allowCredentials: true}, binaryMediaTypes: ['*/*'], models: [{name: A, schema: {type: object}}], gatewayResponses: [{type: DEFAULT_4XX}]}" },
        { "DirectApi", "{protocol: HTTP, cors: {allowOrigins: ['*']}}" },
        { "DirectRoute", To("{mock: {}}, responses: [{status: 200, body: {a: [1, null]}}, {status: 404, when: {status: 4xx, error: 'A*', body: {a: 1}}, body: ''}], request: {model: A}") },
        { "DirectRoute", To("{raw: {type: AWS, uri: 'arn:aws:apigateway:us-east-1:sqs:path/1/q', httpMethod: POST, permissions: [{action: 'sqs:*', resource: '*'}]}}") },
        { "DirectRoute", To("{lambda: {functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f', proxy: false, body: text}}") },
        { "AwsAccount", "{region: us-east-1, namespaces: {from: All}}" },
        { "AwsAccount", "{region: us-east-1, namespaces: {from: Selector, selector: {matchExpressions: [{key: a, operator: In, values: [b]}]}}}" },
        { "AwsAccount", "{region: us-east-1, grants: []}" },
        { "AwsAccount", "{region: us-east-1, grants: [{namespaces: {from: Selector, selector: {matchLabels: {a: b}}}, actions: ['sqs:*', '*'], resources: ['arn:aws:sqs:*', '*'], public: false}]}" },
        { "IntegrationRole", "{}" },
        { "IntegrationRole", $"{{existingRoleArn: '{Role}'}}" },
        { "IntegrationRole", $"{{existingRoleArn: '{Role}', accountRef: {{name: other}}, deletionPolicy: Retain, maxSessionDuration: 7200}}" },
    };

    /// <summary>Changes that no rule may forbid, as kind, stored spec and new spec.</summary>
    public static TheoryData<string, string, string> AcceptedChanges { get; } = new()
    {
        { "DirectApi", "{protocol: REST, region: us-east-1}", "{protocol: REST, region: us-east-1, description: changed}" },
        { "DirectApi", "{protocol: REST}", "{protocol: REST, stages: [{name: beta}], endpoint: {type: EDGE}}" },
        { "AwsAccount", "{region: us-east-1}", "{region: us-west-2, namespaces: {from: All}}" },
        { "DirectRoute", Route("a"), Route("b") },
        { "IntegrationRole", "{roleName: a, path: /a/}", "{roleName: a, path: /a/, description: changed}" },
        { "IntegrationRole", "{}", $"{{existingRoleArn: '{Role}'}}" },
    };

    private static string To(string target) => $"{{apiRef: {{name: a}}, match: {{method: GET, path: /a}}, target: {target}}}";

    private static string Route(string api) =>
        $"{{apiRef: {{name: {api}}}, match: {{method: GET, path: /a}}, target: {{action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:123456789012:q'}}}}";
}
