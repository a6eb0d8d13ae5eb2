#pragma once

#include "web/http.h"

#include <memory>
#include <system_error>

namespace giftbox::web {

/// A body as the parser of requests delivers it piece by piece: into memory, or into a file where there is one.
struct RequestBody {
    struct value_type {
        std::string text;
        std::unique_ptr<Spool> file;
        bool isFile = false;
    };

    class reader {
    public:
        template <class Head>
        reader(Head&, value_type& body) : body_(body)
        {}
        template <class Length, class Error>
        void init(const Length&, Error& error)
        {
            error = {};
        }
        /// A disk that is full is the error that the system calls so.
        template <class Buffer, class Error>
        std::size_t put(const Buffer& buffer, Error& error)
        {
            const std::string_view bytes(static_cast<const char*>(buffer.data()), buffer.size());
            error = {};
            try {
                append(bytes);
            } catch (const std::system_error& failure) {
                error.assign(failure.code().value(), error.category());
            }
            return bytes.size();
        }
        template <class Error>
        void finish(Error& error)
        {
            error = {};
        }

    private:
        void append(std::string_view bytes)
        {
            if (!body_.isFile) {
                body_.text.append(bytes);
                return;
            }
            if (!body_.file) {
                body_.file = std::make_unique<Spool>();
            }
            body_.file->append(bytes);
        }

        value_type& body_;
    };
};

} // namespace giftbox::web
