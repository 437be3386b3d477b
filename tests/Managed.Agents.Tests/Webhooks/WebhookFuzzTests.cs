using System.Globalization;
using System.Text;
using Managed.Agents.Webhooks;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Webhooks;

/// <summary>Every mutation of a signed delivery is rejected without another exception.</summary>
public sealed class WebhookFuzzTests
{
    private const string Variable = "MANAGED_AGENTS_FUZZ";

    [Fact]
    public void No_mutation_of_a_signed_delivery_is_accepted()
    {
        var count = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 100_000;
        var random = new Random(20261121);
        var verifier = SampleDelivery.Verifier();
        var failures = new Dictionary<WebhookVerificationFailure, int>();
        for (var i = 0; i < count; i++)
        {
            var (body, headers) = Mutate(random);

            var outcome = verifier.TryUnwrap(body, headers);

            outcome.IsVerified.ShouldBeFalse($"Mutation {i} of {headers}: {Encoding.UTF8.GetString(body)}");
            failures[outcome.Failure!.Value] = failures.GetValueOrDefault(outcome.Failure.Value) + 1;
        }

        failures.Values.Sum().ShouldBe(count);
        failures.Keys.ShouldContain(WebhookVerificationFailure.SignatureMismatch);
        failures.Keys.ShouldContain(WebhookVerificationFailure.InvalidHeader);
        verifier.TryUnwrap(SampleDelivery.Body, SampleDelivery.Headers).IsVerified.ShouldBeTrue("The original delivery is valid.");
    }

    // Changes the body, the id, the timestamp or the signature.
    private static (byte[] Body, WebhookHeaders Headers) Mutate(Random random)
    {
        while (true)
        {
            var body = SampleDelivery.Body;
            var headers = SampleDelivery.Headers;
            switch (random.Next(8))
            {
                case 0:
                    headers = headers with { Id = Change(random, headers.Id!) };
                    break;
                case 1:
                    headers = headers with { Timestamp = Change(random, headers.Timestamp!) };
                    break;
                case 2:
                    headers = headers with { Signature = Change(random, headers.Signature!) };
                    break;
                default:
                    body = Change(random, body);
                    break;
            }

            // Additional entries beside the valid signature are allowed.
            var isSame = body.AsSpan().SequenceEqual(SampleDelivery.Body) && headers.Id == SampleDelivery.Id && headers.Timestamp == SampleDelivery.Timestamp;
            if (!isSame || !headers.Signature!.Split(' ').Contains(SampleDelivery.Signature))
            {
                return (body, headers);
            }
        }
    }

    private static string Change(Random random, string text) => Encoding.Latin1.GetString(Change(random, Encoding.Latin1.GetBytes(text)));

    private static byte[] Change(Random random, byte[] original)
    {
        var bytes = original.ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var place = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.Insert(place, (byte)random.Next(256));
                    break;
                case 3 when bytes.Count > 1:
                    bytes.RemoveAt(place);
                    break;
                case 4 when place > 0:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
                case 5:
                    bytes.InsertRange(place, bytes.GetRange(0, random.Next(bytes.Count)));
                    break;
            }
        }

        return [.. bytes];
    }
}
