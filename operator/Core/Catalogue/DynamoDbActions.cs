using System.Text.RegularExpressions;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon DynamoDB.</summary>
internal static class DynamoDbActions
{
    private const string Protocol = "application/x-amz-json-1.0";
    private const string TargetPrefix = "DynamoDB_20120810.";

    private static readonly ResourceEntry Table = new("dynamodb", "table", "arn:aws:dynamodb:us-east-1:123456789012:table/my-table",
        new Regex(@"\Atable/(?<name>[a-zA-Z0-9_.-]{3,255})\z", RegexOptions.CultureInvariant))
    {
        CrossAccountAdvice = "The table's own resource policy must allow the action to the route's role.",
        GivenAcrossAccounts = ValueMap.Of(("TableName", "{arn}")),
    };

    /// <summary>A key is a text, a number or bytes, and nothing else.</summary>
    private static readonly StructShape KeyValue = new(
    [
        new("S", new TextShape()),
        new("N", new TextShape(TextKind.Number)),
        new("B", new TextShape(TextKind.Base64)),
    ], ExactlyOne: true);

    public static readonly ActionEntry GetItem = new()
    {
        Action = "dynamodb:GetItem",
        Resource = Table,
        Given = ValueMap.Of(("TableName", "{name}")),
        Parameters =
        [
            new("Key", new MapShape(KeyValue, 2), Required: true),
            new("ConsistentRead", new BooleanShape()),
            new("ProjectionExpression", new TextShape()),
            new("ExpressionAttributeNames", new MapShape(new TextShape(), 1000)),
        ],
        Rest = new("dynamodb", "action/GetItem", Protocol, TargetPrefix + "GetItem"),
        Responses =
        [
            // DynamoDB answers 200 without an Item when there is none.
            new() { When = ResponseCondition.Missing("Item"), Status = 404 },
            new() { Status = 200, Body = "$response.body.Item" },
        ],
    };
}
