using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon SES, its first version, which speaks the query protocol.</summary>
internal static class SesActions
{
    private const string Version = "2010-12-01";

    private static readonly ResourceEntry Identity = new("ses", "identity", "arn:aws:ses:us-east-1:123456789012:identity/example.com", @"identity/(?<name>[A-Za-z0-9._%+@-]{1,320})")
    {
        CrossAccountAdvice = "The identity's own policy must allow {action} to the route's role.",
    };

    private static readonly TextShape Text = new();
    private static readonly ListShape Addresses = new(Text, 50);

    private static readonly StructShape Content = new([new("Data", Text, Required: true), new("Charset", Text)]);

    private static readonly StructShape Destination = new([new("ToAddresses", Addresses), new("CcAddresses", Addresses), new("BccAddresses", Addresses)]);

    private static readonly StructShape Message = new(
    [
        new("Subject", Content, Required: true),
        new("Body", new StructShape([new("Text", Content), new("Html", Content)]), Required: true),
    ]);

    private static readonly ValueList<ParameterEntry> Envelope =
    [
        new("Source", Text, Required: true),
        new("Destination", Destination, Required: true),
        new("ReplyToAddresses", Addresses),
        new("ReturnPath", Text),
        new("ConfigurationSetName", TextShape.UpTo(64)),
        new("Tags", new ListShape(new StructShape([new("Name", TextShape.UpTo(256), Required: true), new("Value", TextShape.UpTo(256), Required: true)]), 50)),
    ];

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("SendEmail", [.. Envelope, new("Message", Message, Required: true)],
            """
            {"Source": "shop@example.com", "Destination": {"ToAddresses": ["support@example.com"]}, "ReplyToAddresses": ["$request.body.from"],
             "Message": {"Subject": {"Data": "Question of ${request.body.name}"}, "Body": {"Text": {"Data": "$request.body.text"}}}}
            """),
        Entry("SendTemplatedEmail",
            [.. Envelope, new("Template", TextShape.UpTo(64), Required: true), new("TemplateData", new DocumentShape(), Required: true)],
            """
            {"Source": "shop@example.com", "Destination": {"ToAddresses": ["$request.body.to"]}, "Template": "welcome", "TemplateData": {"name": "$request.body.name"}}
            """),
    ];

    private static ActionEntry Entry(string name, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"ses:{name}",
        Resource = Identity,
        Parameters = parameters,
        Rest = new RestCall("email", $"action/{name}", RestProtocol.Form) { Form = $"Action={name}&Version={Version}" },
        ErrorStyle = ErrorStyle.QueryJson,
        Responses = [new() { Status = 200, Body = $$"""{"messageId": "$response.body.{{name}}Response.{{name}}Result.MessageId"}""" }],
        Example = example,
    };
}
