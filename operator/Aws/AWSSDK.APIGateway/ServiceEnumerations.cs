using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway;

[JsonConverter(typeof(Converter))]
public class ApiKeySourceType(string value) : ConstantClass(value)
{
    public static readonly ApiKeySourceType HEADER = new("HEADER");
    public static readonly ApiKeySourceType AUTHORIZER = new("AUTHORIZER");

    public static ApiKeySourceType FindValue(string value) => FindValue<ApiKeySourceType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ApiKeySourceType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<ApiKeySourceType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class ApiStatus(string value) : ConstantClass(value)
{
    public static readonly ApiStatus UPDATING = new("UPDATING");
    public static readonly ApiStatus AVAILABLE = new("AVAILABLE");
    public static readonly ApiStatus PENDING = new("PENDING");
    public static readonly ApiStatus FAILED = new("FAILED");

    public static ApiStatus FindValue(string value) => FindValue<ApiStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ApiStatus?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<ApiStatus>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class AuthorizerType(string value) : ConstantClass(value)
{
    public static readonly AuthorizerType TOKEN = new("TOKEN");
    public static readonly AuthorizerType REQUEST = new("REQUEST");
    public static readonly AuthorizerType COGNITO_USER_POOLS = new("COGNITO_USER_POOLS");

    public static AuthorizerType FindValue(string value) => FindValue<AuthorizerType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator AuthorizerType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<AuthorizerType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class CacheClusterSize(string value) : ConstantClass(value)
{
    public static readonly CacheClusterSize GB_0_5 = new("0.5");
    public static readonly CacheClusterSize GB_1_6 = new("1.6");
    public static readonly CacheClusterSize GB_6_1 = new("6.1");
    public static readonly CacheClusterSize GB_13_5 = new("13.5");
    public static readonly CacheClusterSize GB_28_4 = new("28.4");
    public static readonly CacheClusterSize GB_58_2 = new("58.2");
    public static readonly CacheClusterSize GB_118 = new("118");
    public static readonly CacheClusterSize GB_237 = new("237");

    public static CacheClusterSize FindValue(string value) => FindValue<CacheClusterSize>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator CacheClusterSize?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<CacheClusterSize>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class CacheClusterStatus(string value) : ConstantClass(value)
{
    public static readonly CacheClusterStatus CREATE_IN_PROGRESS = new("CREATE_IN_PROGRESS");
    public static readonly CacheClusterStatus AVAILABLE = new("AVAILABLE");
    public static readonly CacheClusterStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");
    public static readonly CacheClusterStatus NOT_AVAILABLE = new("NOT_AVAILABLE");
    public static readonly CacheClusterStatus FLUSH_IN_PROGRESS = new("FLUSH_IN_PROGRESS");

    public static CacheClusterStatus FindValue(string value) => FindValue<CacheClusterStatus>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator CacheClusterStatus?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<CacheClusterStatus>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class ConnectionType(string value) : ConstantClass(value)
{
    public static readonly ConnectionType INTERNET = new("INTERNET");
    public static readonly ConnectionType VPC_LINK = new("VPC_LINK");

    public static ConnectionType FindValue(string value) => FindValue<ConnectionType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ConnectionType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<ConnectionType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class ContentHandlingStrategy(string value) : ConstantClass(value)
{
    public static readonly ContentHandlingStrategy CONVERT_TO_BINARY = new("CONVERT_TO_BINARY");
    public static readonly ContentHandlingStrategy CONVERT_TO_TEXT = new("CONVERT_TO_TEXT");

    public static ContentHandlingStrategy FindValue(string value) => FindValue<ContentHandlingStrategy>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ContentHandlingStrategy?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<ContentHandlingStrategy>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class EndpointAccessMode(string value) : ConstantClass(value)
{
    public static readonly EndpointAccessMode BASIC = new("BASIC");
    public static readonly EndpointAccessMode STRICT = new("STRICT");

    public static EndpointAccessMode FindValue(string value) => FindValue<EndpointAccessMode>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator EndpointAccessMode?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<EndpointAccessMode>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class GatewayResponseType(string value) : ConstantClass(value)
{
    public static readonly GatewayResponseType DEFAULT_4XX = new("DEFAULT_4XX");
    public static readonly GatewayResponseType DEFAULT_5XX = new("DEFAULT_5XX");
    public static readonly GatewayResponseType RESOURCE_NOT_FOUND = new("RESOURCE_NOT_FOUND");
    public static readonly GatewayResponseType UNAUTHORIZED = new("UNAUTHORIZED");
    public static readonly GatewayResponseType INVALID_API_KEY = new("INVALID_API_KEY");
    public static readonly GatewayResponseType ACCESS_DENIED = new("ACCESS_DENIED");
    public static readonly GatewayResponseType AUTHORIZER_FAILURE = new("AUTHORIZER_FAILURE");
    public static readonly GatewayResponseType AUTHORIZER_CONFIGURATION_ERROR = new("AUTHORIZER_CONFIGURATION_ERROR");
    public static readonly GatewayResponseType INVALID_SIGNATURE = new("INVALID_SIGNATURE");
    public static readonly GatewayResponseType EXPIRED_TOKEN = new("EXPIRED_TOKEN");
    public static readonly GatewayResponseType MISSING_AUTHENTICATION_TOKEN = new("MISSING_AUTHENTICATION_TOKEN");
    public static readonly GatewayResponseType INTEGRATION_FAILURE = new("INTEGRATION_FAILURE");
    public static readonly GatewayResponseType INTEGRATION_TIMEOUT = new("INTEGRATION_TIMEOUT");
    public static readonly GatewayResponseType API_CONFIGURATION_ERROR = new("API_CONFIGURATION_ERROR");
    public static readonly GatewayResponseType UNSUPPORTED_MEDIA_TYPE = new("UNSUPPORTED_MEDIA_TYPE");
    public static readonly GatewayResponseType BAD_REQUEST_PARAMETERS = new("BAD_REQUEST_PARAMETERS");
    public static readonly GatewayResponseType BAD_REQUEST_BODY = new("BAD_REQUEST_BODY");
    public static readonly GatewayResponseType REQUEST_TOO_LARGE = new("REQUEST_TOO_LARGE");
    public static readonly GatewayResponseType THROTTLED = new("THROTTLED");
    public static readonly GatewayResponseType QUOTA_EXCEEDED = new("QUOTA_EXCEEDED");
    public static readonly GatewayResponseType WAF_FILTERED = new("WAF_FILTERED");

    public static GatewayResponseType FindValue(string value) => FindValue<GatewayResponseType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator GatewayResponseType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<GatewayResponseType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class IntegrationType(string value) : ConstantClass(value)
{
    public static readonly IntegrationType HTTP = new("HTTP");
    public static readonly IntegrationType AWS = new("AWS");
    public static readonly IntegrationType MOCK = new("MOCK");
    public static readonly IntegrationType HTTP_PROXY = new("HTTP_PROXY");
    public static readonly IntegrationType AWS_PROXY = new("AWS_PROXY");

    public static IntegrationType FindValue(string value) => FindValue<IntegrationType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator IntegrationType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<IntegrationType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class IpAddressType(string value) : ConstantClass(value)
{
    public static readonly IpAddressType Ipv4 = new("ipv4");
    public static readonly IpAddressType Dualstack = new("dualstack");

    public static IpAddressType FindValue(string value) => FindValue<IpAddressType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator IpAddressType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<IpAddressType>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class Op(string value) : ConstantClass(value)
{
    public static readonly Op Add = new("add");
    public static readonly Op Remove = new("remove");
    public static readonly Op Replace = new("replace");
    public static readonly Op Move = new("move");
    public static readonly Op Copy = new("copy");
    public static readonly Op Test = new("test");

    public static Op FindValue(string value) => FindValue<Op>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Op?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<Op>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class PutMode(string value) : ConstantClass(value)
{
    public static readonly PutMode Merge = new("merge");
    public static readonly PutMode Overwrite = new("overwrite");

    public static PutMode FindValue(string value) => FindValue<PutMode>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PutMode?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<PutMode>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class ResponseTransferMode(string value) : ConstantClass(value)
{
    public static readonly ResponseTransferMode BUFFERED = new("BUFFERED");
    public static readonly ResponseTransferMode STREAM = new("STREAM");

    public static ResponseTransferMode FindValue(string value) => FindValue<ResponseTransferMode>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ResponseTransferMode?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<ResponseTransferMode>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class SecurityPolicy(string value) : ConstantClass(value)
{
    public static readonly SecurityPolicy TLS_1_0 = new("TLS_1_0");
    public static readonly SecurityPolicy TLS_1_2 = new("TLS_1_2");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_3_2025_09 = new("SecurityPolicy_TLS13_1_3_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_3_FIPS_2025_09 = new("SecurityPolicy_TLS13_1_3_FIPS_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09 = new("SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09 = new("SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_PQ_2025_09 = new("SecurityPolicy_TLS13_1_2_PQ_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_2021_06 = new("SecurityPolicy_TLS13_1_2_2021_06");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_2025_EDGE = new("SecurityPolicy_TLS13_2025_EDGE");
    public static readonly SecurityPolicy SecurityPolicy_TLS12_PFS_2025_EDGE = new("SecurityPolicy_TLS12_PFS_2025_EDGE");
    public static readonly SecurityPolicy SecurityPolicy_TLS12_2018_EDGE = new("SecurityPolicy_TLS12_2018_EDGE");

    public static SecurityPolicy FindValue(string value) => FindValue<SecurityPolicy>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SecurityPolicy?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<SecurityPolicy>(FindValue);
}

[JsonConverter(typeof(Converter))]
public class UnauthorizedCacheControlHeaderStrategy(string value) : ConstantClass(value)
{
    public static readonly UnauthorizedCacheControlHeaderStrategy FAIL_WITH_403 = new("FAIL_WITH_403");
    public static readonly UnauthorizedCacheControlHeaderStrategy SUCCEED_WITH_RESPONSE_HEADER = new("SUCCEED_WITH_RESPONSE_HEADER");
    public static readonly UnauthorizedCacheControlHeaderStrategy SUCCEED_WITHOUT_RESPONSE_HEADER = new("SUCCEED_WITHOUT_RESPONSE_HEADER");

    public static UnauthorizedCacheControlHeaderStrategy FindValue(string value) => FindValue<UnauthorizedCacheControlHeaderStrategy>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator UnauthorizedCacheControlHeaderStrategy?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<UnauthorizedCacheControlHeaderStrategy>(FindValue);
}
