using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon S3. Bodies pass as bytes: list the content types of binary objects in the API's <c>binaryMediaTypes</c>.</summary>
internal static class S3Actions
{
    private static readonly ResourceEntry Bucket = new("s3", "bucket", "arn:aws:s3:::my-bucket", @"(?<name>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])")
    {
        IsGlobal = true,
        CrossAccountAdvice = "The bucket's own policy must allow the action to the route's role.",
    };

    private static readonly TextShape Text = new();

    private static readonly ParameterEntry Key = new("Key", TextShape.UpTo(1024), Required: true) { In = ParameterLocation.Path };
    private static readonly ParameterEntry VersionId = new("VersionId", Text) { In = ParameterLocation.QueryString, WireName = "versionId" };

    private static readonly ValueList<ParameterEntry> Conditions =
        [Header("IfMatch", "If-Match"), Header("IfNoneMatch", "If-None-Match"), Header("IfModifiedSince", "If-Modified-Since"), Header("Range", "Range")];

    private static readonly ResponseRule NotModified = new() { When = ResponseCondition.Of("304"), Status = 304, Body = "" };

    private static readonly ValueMap<string> ObjectHeaders = Copied("Content-Type", "ETag", "Last-Modified", "Cache-Control", "Content-Disposition", "Content-Encoding");

    private static readonly ResponseRule WithHeaders = new() { Status = 200, Headers = ObjectHeaders };

    /// <summary>API Gateway writes Content-Length itself, and renames one that is mapped: the object's size needs another name.</summary>
    private static readonly ResponseRule WithSize = new() { Status = 200, Headers = ObjectHeaders.With("X-Content-Length", "$response.header.Content-Length") };

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("GetObject", "GET", [Key, VersionId, .. Conditions], """{"Key": "$request.path.id"}""") with
        {
            Permissions = ObjectOrVersion,
            Responses = [NotModified, WithHeaders],
        },
        Entry("HeadObject", "HEAD", [Key, VersionId, .. Conditions], """{"Key": "$request.path.id"}""") with
        {
            // IAM knows no s3:HeadObject: to look at an object is to read it.
            Permissions = ObjectOrVersion,
            Responses = [NotModified, WithSize],
        },
        Entry("PutObject", "PUT",
            [
                Key,
                new("Body", new DocumentShape()) { In = ParameterLocation.Payload, Default = "$request.body" },
                Header("ContentType", "Content-Type") with { Default = "$request.header.Content-Type" },
                Header("CacheControl", "Cache-Control"), Header("ContentDisposition", "Content-Disposition"), Header("ContentEncoding", "Content-Encoding"),
                Header("ContentLanguage", "Content-Language"), Header("IfNoneMatch", "If-None-Match"),
                Header("StorageClass", "x-amz-storage-class") with
                {
                    Shape = TextShape.OneOf("STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "GLACIER_IR"),
                },
                Header("ServerSideEncryption", "x-amz-server-side-encryption") with { Shape = TextShape.OneOf("AES256", "aws:kms", "aws:kms:dsse") },
                Header("Tagging", "x-amz-tagging"),
            ],
            """{"Key": "uploads/${request.path.id}"}""") with
        {
            Permissions = [new(null, "{arn}/{Key}"), new("s3:PutObjectTagging", "{arn}/{Key}") { With = "Tagging" }],
            Responses = [new() { Status = 200, Headers = ValueMap.Of(("ETag", "$response.header.ETag")), Body = "" }],
        },
        Entry("DeleteObject", "DELETE", [Key, VersionId], """{"Key": "$request.path.id"}""") with
        {
            Permissions = [new(null, "{arn}/{Key}") { Without = "VersionId" }, new("s3:DeleteObjectVersion", "{arn}/{Key}") { With = "VersionId" }],
            Responses = [new() { Status = 204, Body = "" }],
        },
        new()
        {
            Action = "s3:ListObjectsV2",
            Resource = Bucket,
            Parameters =
            [
                Query("Prefix", "prefix"), Query("Delimiter", "delimiter"), Query("ContinuationToken", "continuation-token"), Query("StartAfter", "start-after"),
                Query("MaxKeys", "max-keys") with { Shape = new IntegerShape(0, 1000) },
                Query("EncodingType", "encoding-type") with { Shape = TextShape.OneOf("url") },
            ],
            Rest = new RestCall("s3", "path/{name}", RestProtocol.Rest) { Method = "GET", QueryString = ValueMap.Of(("list-type", "2")) },
            Permissions = [new("s3:ListBucket", "{arn}")],
            ErrorStyle = ErrorStyle.RestXml,
            Responses = [new() { Status = 200, Headers = ValueMap.Of(("Content-Type", "$response.header.Content-Type")) }],
            Example = """{"Prefix": "$request.querystring.prefix", "MaxKeys": 100}""",
        },
    ];

    private static ValueList<PermissionEntry> ObjectOrVersion =>
        [new("s3:GetObject", "{arn}/{Key}") { Without = "VersionId" }, new("s3:GetObjectVersion", "{arn}/{Key}") { With = "VersionId" }];

    private static ParameterEntry Header(string name, string header) => new(name, Text) { In = ParameterLocation.Header, WireName = header };

    private static ParameterEntry Query(string name, string wire) => new(name, Text) { In = ParameterLocation.QueryString, WireName = wire };

    private static ActionEntry Entry(string name, string method, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"s3:{name}",
        Resource = Bucket,
        Parameters = parameters,
        Rest = new RestCall("s3", "path/{name}/{Key}", RestProtocol.Rest) { Method = method },
        ErrorStyle = ErrorStyle.RestXml,
        Example = example,
    };

    private static ValueMap<string> Copied(params string[] headers) => headers.Select(h => KeyValuePair.Create(h, $"$response.header.{h}")).ToValueMap();
}
