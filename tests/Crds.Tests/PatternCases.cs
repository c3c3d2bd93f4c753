using static DirectRoute.Crds.Tests.Case;

namespace DirectRoute.Crds.Tests;

/// <summary>A value that each pattern must refuse, and objects whose every field has a value that its pattern must accept.</summary>
internal static class PatternCases
{
    private const string Match = "should match";
    private const string Target = "target: {action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:123456789012:q'}";

    public static IReadOnlyList<Case> Refusals { get; } =
    [
        Api("region: Frankfurt", "spec.region"),
        Api("accountRef: {name: A}", "spec.accountRef.name"),
        Api("roleRef: {name: a_b}", "spec.roleRef.name"),
        Api("stages: [{name: a b}]", "spec.stages[0].name"),
        Api("stages: [{name: $latest}]", "spec.stages[0].name"),
        Account("region: us_east_1", "spec.region"),
        Account("region: us-east-1, endpointUrl: 'localhost:4566'", "spec.endpointUrl"),
        Account("region: us-east-1, endpointUrl: 'https://host/path?query'", "spec.endpointUrl"),
        Account("region: us-east-1, endpointUrls: {apiGateway: 'ftp://host'}", "spec.endpointUrls.apiGateway"),
        Account("region: us-east-1, endpointUrls: {iam: 'http://'}", "spec.endpointUrls.iam"),
        Account("region: us-east-1, endpointUrls: {sts: 'http://a b'}", "spec.endpointUrls.sts"),
        Account("region: us-east-1, credentials: {secretRef: {name: A}}", "spec.credentials.secretRef.name"),
        Account("region: us-east-1, credentials: {assumeRole: {roleArn: 'arn:aws:iam::1:role/x'}}", "spec.credentials.assumeRole.roleArn"),
        Account("region: us-east-1, credentials: {assumeRole: {roleArn: 'arn:aws:iam::123456789012:role/x', externalId: a b}}", "spec.credentials.assumeRole.externalId"),
        Account("region: us-east-1, credentials: {assumeRole: {roleArn: 'arn:aws:iam::123456789012:role/x', sessionName: a/b}}", "spec.credentials.assumeRole.sessionName"),
        Account("region: us-east-1, roles: {path: a}", "spec.roles.path"),
        Account("region: us-east-1, roles: {namePrefix: a/b}", "spec.roles.namePrefix"),
        Account("region: us-east-1, roles: {permissionsBoundary: 'arn:aws:iam::123456789012:role/x'}", "spec.roles.permissionsBoundary"),
        Route("apiRef: {name: A}, match: {method: GET, path: /a}", Target, "spec.apiRef.name"),
        Route("apiRef: {name: a, namespace: a.b}, match: {method: GET, path: /a}", Target, "spec.apiRef.namespace"),
        Route("apiRef: {name: a}, roleRef: {name: A}, match: {method: GET, path: /a}", Target, "spec.roleRef.name"),
        Route("apiRef: {name: a}, match: {method: GET, path: a}", Target, "spec.match.path"),
        Route("apiRef: {name: a}, match: {method: GET, path: /a/}", Target, "spec.match.path"),
        Route("apiRef: {name: a}, match: {method: GET, path: '/{a'}", Target, "spec.match.path"),
        Route("apiRef: {name: a}, match: {method: GET, path: /a}", "target: {action: SendMessage, resource: 'arn:aws:sqs:us-east-1:123456789012:q'}", "spec.target.action"),
        Route("apiRef: {name: a}, match: {method: GET, path: /a}", "target: {action: 'sqs:SendMessage', resource: queue}", "spec.target.resource"),
        Api("models: [{name: a-b, schema: {type: object}}]", "spec.models[0].name"),
        To("lambda: {functionArn: 'arn:aws:sqs:us-east-1:123456789012:q'}", "spec.target.lambda.functionArn"),
        To("lambda: {functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f', qualifier: a.b}", "spec.target.lambda.qualifier"),
        To("http: {url: 'ftp://example.com'}", "spec.target.http.url"),
        To("http: {url: 'https://example.com', connectionId: a-b}", "spec.target.http.connectionId"),
        To("http: {url: 'https://example.com', listenerArn: a}", "spec.target.http.listenerArn"),
        To("raw: {type: AWS, subtype: SQS}", "spec.target.raw.subtype"),
        To("raw: {type: HTTP, connectionId: a-b}", "spec.target.raw.connectionId"),
        To("raw: {type: AWS, permissions: [{action: SendMessage, resource: '*'}]}", "spec.target.raw.permissions[0].action"),
        To("raw: {type: AWS, permissions: [{action: 'sqs:SendMessage', resource: queue}]}", "spec.target.raw.permissions[0].resource"),
        To("raw: {type: MOCK, responses: [{statusCode: 9xx}]}", "spec.target.raw.responses[0].statusCode"),
        To("mock: {}}, responses: [{status: 200, when: {status: 9xx}}], request: {", "spec.responses[0].when.status"),
        To("mock: {}}, responses: [{status: 200, when: {error: a b}}], request: {", "spec.responses[0].when.error"),
        To("mock: {}}, request: {model: a-b", "spec.request.model"),
        IntegrationRole("accountRef: {name: A}", "spec.accountRef.name"),
        IntegrationRole("roleName: a/b", "spec.roleName"),
        IntegrationRole("path: /a", "spec.path"),
        IntegrationRole("description: \"\\u20ac\"", "spec.description"),
        IntegrationRole("permissionsBoundary: x", "spec.permissionsBoundary"),
        IntegrationRole("existingRoleArn: x", "spec.existingRoleArn"),
        IntegrationRole("statements: [{sid: a-b, effect: Allow, action: [a], resource: [b]}]", "spec.statements[0].sid"),
    ];

    /// <summary>Specs with every field that has a pattern, as kind and spec.</summary>
    public static TheoryData<string, string> Accepted { get; } = new()
    {
        { "DirectApi", "{protocol: HTTP, region: us-gov-west-1, accountRef: {name: a.b-c}, roleRef: {name: a}, stages: [{name: $default}, {name: a_B-1}]}" },
        {
            "AwsAccount",
            """
            {region: cn-north-1, endpointUrl: 'http://localhost:4566', roles: {path: /a/b/, namePrefix: 'a+=,.@-_', permissionsBoundary: 'arn:aws-cn:iam::123456789012:policy/p/q'},
             endpointUrls: {apiGateway: 'https://[::1]:8443/a/b', iam: 'http://iam', sts: 'https://sts.example.com/'},
             credentials: {secretRef: {name: aws}, assumeRole: {roleArn: 'arn:aws-us-gov:iam::123456789012:role/a/b', externalId: 'a:/@1', sessionName: a_b}}}
            """
        },
        { "DirectRoute", $"{{apiRef: {{name: a, namespace: b}}, roleRef: {{name: c}}, match: {{method: ANY, path: '/a~%20$/{{b}}/c/{{rest+}}'}}, {Target}}}" },
        { "DirectRoute", $"{{apiRef: {{name: a}}, match: {{method: GET, path: /}}, {Target}}}" },
        {
            "IntegrationRole",
            """
            {accountRef: {name: a}, roleName: a_+=.@-, path: /a/, description: "a\té", permissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
             statements: [{sid: A1, effect: Deny, action: ['sqs:*'], resource: ['*'], condition: {Bool: {'aws:SecureTransport': 'false'}}}]}
            """
        },
        { "IntegrationRole", "{existingRoleArn: 'arn:aws:iam::123456789012:role/a/b'}" },
    };

    private static Case Api(string spec, string field) => Refused("DirectApi", $"{{protocol: REST, {spec}}}", field, Match);

    private static Case Account(string spec, string field) => Refused("AwsAccount", $"{{{spec}}}", field, Match);

    private static Case Route(string spec, string target, string field) => Refused("DirectRoute", $"{{{spec}, {target}}}", field, Match);

    private static Case To(string target, string field) => Route("apiRef: {name: a}, match: {method: GET, path: /a}", $"target: {{{target}}}", field);

    private static Case IntegrationRole(string spec, string field) => Refused("IntegrationRole", $"{{{spec}}}", field, Match);
}
