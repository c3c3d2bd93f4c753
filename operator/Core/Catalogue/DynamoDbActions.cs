using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon DynamoDB.</summary>
internal static class DynamoDbActions
{
    private const string TableName = "[a-zA-Z0-9_.-]{3,255}";

    private static readonly ResourceEntry Table = new("dynamodb", "table", "arn:aws:dynamodb:us-east-1:123456789012:table/my-table", $"table/(?<name>{TableName})")
    {
        CrossAccountAdvice = "The table's own resource policy must allow the action to the route's role.",
        GivenAcrossAccounts = ValueMap.Of(("TableName", "{arn}")),
    };

    private static readonly TextShape Text = new();
    private static readonly TextShape Number = new(TextKind.Number);
    private static readonly TextShape Bytes = new(TextKind.Base64);

    /// <summary>A key is a text, a number or bytes, and nothing else.</summary>
    private static readonly StructShape KeyValue = new([new("S", Text), new("N", Number), new("B", Bytes)], ExactlyOne: true);

    private static readonly RecursiveShape AnyValue = new(() => Value!);

    private static readonly StructShape Value = new(
    [
        new("S", Text), new("N", Number), new("B", Bytes), new("BOOL", new BooleanShape()), new("NULL", new BooleanShape()),
        new("M", new MapShape(AnyValue, 1000)), new("L", new ListShape(AnyValue, 1000)),
        new("SS", new ListShape(Text, 1000)), new("NS", new ListShape(Number, 1000)), new("BS", new ListShape(Bytes, 1000)),
    ], ExactlyOne: true);

    private static readonly MapShape KeyShape = new(KeyValue, 2);
    private static readonly MapShape ItemShape = new(Value, 1000);
    private static readonly MapShape NamesShape = new(Text, 1000);

    private static readonly ParameterEntry Key = new("Key", KeyShape, Required: true);
    private static readonly ParameterEntry Item = new("Item", ItemShape, Required: true);
    private static readonly ParameterEntry ConsistentRead = new("ConsistentRead", new BooleanShape());
    private static readonly ParameterEntry Projection = new("ProjectionExpression", Text);
    private static readonly ParameterEntry Condition = new("ConditionExpression", Text);
    private static readonly ParameterEntry Names = new("ExpressionAttributeNames", NamesShape);
    private static readonly ParameterEntry Values = new("ExpressionAttributeValues", ItemShape);
    private static readonly ParameterEntry Capacity = new("ReturnConsumedCapacity", TextShape.OneOf("INDEXES", "TOTAL", "NONE"));
    private static readonly ParameterEntry Metrics = new("ReturnItemCollectionMetrics", TextShape.OneOf("SIZE", "NONE"));
    private static readonly ParameterEntry OldOnFailure = new("ReturnValuesOnConditionCheckFailure", TextShape.OneOf("ALL_OLD", "NONE"));
    private static readonly ParameterEntry OldValues = new("ReturnValues", TextShape.OneOf("NONE", "ALL_OLD"));

    private static readonly ValueList<ParameterEntry> Reading =
    [
        new("IndexName", new TextShape { MinLength = 3, MaxLength = 255 }),
        new("FilterExpression", Text), Projection, Names, Values,
        new("Limit", new IntegerShape(1, int.MaxValue)),
        new("ExclusiveStartKey", new MapShape(KeyValue, 4)),
        ConsistentRead,
        new("Select", TextShape.OneOf("ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT")),
        Capacity,
    ];

    private static readonly ValueList<PermissionEntry> TableOrIndex =
        [new(null, "{arn}") { Without = "IndexName" }, new(null, "{arn}/index/{IndexName}") { With = "IndexName" }];

    private static readonly ParameterEntry ItsTable = new("TableName", Text) { Default = "{name}" };

    private static readonly StructShape Transaction = new(
    [
        new("Put", new StructShape([ItsTable, Item, Condition, Names, Values, OldOnFailure])),
        new("Update", new StructShape([ItsTable, Key, new("UpdateExpression", Text, Required: true), Condition, Names, Values, OldOnFailure])),
        new("Delete", new StructShape([ItsTable, Key, Condition, Names, Values, OldOnFailure])),
        new("ConditionCheck", new StructShape([ItsTable, Key, Condition with { Required = true }, Names, Values, OldOnFailure])),
    ], ExactlyOne: true);

    private static readonly StructShape Keys = new([new("Keys", new ListShape(KeyShape, 100), Required: true), ConsistentRead, Projection, Names]);

    private static readonly StructShape Write = new(
    [
        new("PutRequest", new StructShape([Item])),
        new("DeleteRequest", new StructShape([Key])),
    ], ExactlyOne: true);

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("GetItem", [Key, ConsistentRead, Projection, Names, Capacity], """{"Key": {"userId": {"S": "$request.path.id"}}}""") with
        {
            Responses =
            [
                // DynamoDB answers 200 without an Item when there is none.
                new() { When = ResponseCondition.Missing("Item"), Status = 404 },
                new() { Status = 200, Body = "$response.body.Item" },
            ],
        },
        Entry("PutItem", [Item, Condition, Names, Values, OldValues, OldOnFailure, Capacity, Metrics],
            """{"Item": {"userId": {"S": "$request.path.id"}, "email": {"S": "$request.body.email"}}}"""),
        Entry("UpdateItem",
            [
                Key, new("UpdateExpression", Text), Condition, Names, Values,
                new("ReturnValues", TextShape.OneOf("NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW")), OldOnFailure, Capacity, Metrics,
            ],
            """
            {"Key": {"userId": {"S": "$request.path.id"}}, "UpdateExpression": "SET email = :email", "ExpressionAttributeValues": {":email": {"S": "$request.body.email"}}}
            """),
        Entry("DeleteItem", [Key, Condition, Names, Values, OldValues, OldOnFailure, Capacity, Metrics], """{"Key": {"userId": {"S": "$request.path.id"}}}"""),
        Entry("Query", [new("KeyConditionExpression", Text, Required: true), .. Reading, new("ScanIndexForward", new BooleanShape())],
            """
            {"IndexName": "by-email", "KeyConditionExpression": "email = :email", "ExpressionAttributeValues": {":email": {"S": "$request.querystring.email"}},
             "Limit": "$request.querystring.limit ?? 25"}
            """) with
        {
            Permissions = TableOrIndex,
        },
        Entry("Scan", [.. Reading, new("Segment", new IntegerShape(0, 999_999)), new("TotalSegments", new IntegerShape(1, 1_000_000))],
            """{"Limit": "$request.querystring.limit ?? 25"}""") with
        {
            Permissions = TableOrIndex,
        },
        Entry("BatchGetItem", [new("RequestItems", new MapShape(Keys, 100), Required: true), Capacity],
            """{"RequestItems": {"my-table": {"Keys": [{"userId": {"S": "$request.path.id"}}]}}}""") with
        {
            Given = default,
            Permissions = [new(null, "{arn}") { Tables = TablesOf.Batch }],
        },
        Entry("BatchWriteItem", [new("RequestItems", new MapShape(new ListShape(Write, 25), 25), Required: true), Capacity, Metrics],
            """{"RequestItems": {"my-table": [{"PutRequest": {"Item": {"userId": {"S": "$request.path.id"}}}}]}}""") with
        {
            Given = default,
            Permissions = [new(null, "{arn}") { Tables = TablesOf.Batch }],
        },
        Entry("TransactWriteItems",
            [new("TransactItems", new ListShape(Transaction, 100), Required: true), new("ClientRequestToken", TextShape.UpTo(36)), Capacity, Metrics],
            """
            {"TransactItems": [{"Put": {"Item": {"userId": {"S": "$request.path.id"}}}},
             {"Update": {"TableName": "counters", "Key": {"id": {"S": "users"}}, "UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}}]}
            """) with
        {
            Given = default,
            Permissions = [new(null, "{arn}") { Tables = TablesOf.Transaction }],
        },
    ];

    private static ActionEntry Entry(string name, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"dynamodb:{name}",
        Resource = Table,
        Given = ValueMap.Of(("TableName", "{name}")),
        Parameters = parameters,
        Rest = RestCall.Json(RestProtocol.Json10, "dynamodb", "DynamoDB_20120810", name),
        Responses = Refusals,
        Example = example,
    };

    /// <summary>A condition that does not hold is the client's to know.</summary>
    private static ValueList<ResponseRule> Refusals => [new() { When = ResponseCondition.Error("ConditionalCheckFailed*"), Status = 409 }];
}
